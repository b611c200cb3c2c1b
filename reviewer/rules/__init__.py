"""Proofreading: rules in families, the registry that lists them, the engine that runs them, the pipeline behind."""
