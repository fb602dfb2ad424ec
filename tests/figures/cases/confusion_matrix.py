FIGURES = {
    "shipped-confusions": {"kind": "confusion_matrix"},
    "confusions": {"kind": "confusion_matrix", "run": "digits-plain"},
}
