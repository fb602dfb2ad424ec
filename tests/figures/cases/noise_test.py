FIGURES = {
    "noise": {"kind": "noise_test"},
    "other-noise": {"kind": "noise_test", "seed": 7},
}
ALSO = {
    "noise for rectifiers": ("digits-relu", FIGURES["noise"]),
    "noise and many outputs": ("long", FIGURES["noise"]),
}
