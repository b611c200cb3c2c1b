"""公文审阅: an offline reviewer of Chinese official drafts."""

__version__ = "0.1.0"
