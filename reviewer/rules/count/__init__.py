"""Announced numbers that the list behind them does not keep."""
