FIGURES = {
    "edges": {"kind": "edge_detector"},
    "edges-elsewhere": {"kind": "edge_detector", "top": 0, "left": 20, "width": 12, "height": 5, "bias": 1.5},
}
