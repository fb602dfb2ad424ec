FIGURES = {"depths": {"kind": "depth_comparison"}}
