// Filled in by the layer's first file.
