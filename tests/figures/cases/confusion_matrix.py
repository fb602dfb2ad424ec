FIGURES = {"confusions": {"kind": "confusion_matrix", "run": "digits-plain"}}
