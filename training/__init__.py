"""From corpora to the shipped model. Nothing of the package imports this; it needs PyTorch."""
