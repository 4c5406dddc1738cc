"""Sums of money: where they stand, how much, how firmly, how often, when, and what they are."""
