"""`python -m flanders_care`: the command without its script."""

from flanders_care.cli import main

if __name__ == "__main__":
    main()
