"""Dossiers and trails: promise, decisions, money; and a person's verdicts beside them."""
