// Part07Serving
