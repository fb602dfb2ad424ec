FIGURES = {
    "certain": {"kind": "digit_gallery"},
    "mistaken": {"kind": "digit_gallery", "rule": "most_mistaken"},
    "means": {"kind": "digit_gallery", "rule": "class_means"},
    "every-sample": {"kind": "digit_gallery", "rule": "all"},
}
ALSO = {
    "many mistakes": ("short", FIGURES["mistaken"]),
    "many outputs": ("long", FIGURES["every-sample"]),
}
