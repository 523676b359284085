// PropertyGraph
