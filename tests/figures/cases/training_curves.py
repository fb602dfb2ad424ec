FIGURES = {
    "shipped-training": {"kind": "training_curves"},
    "training": {"kind": "training_curves", "runs": ["digits-plain"]},
    "rates": {"kind": "training_curves", "runs": ["rate-too-small", "digits-plain", "rate-too-large"]},
}
