public import Publishing

/// A triple store that is known here.
public typealias StoreKind = Publishing.StoreKind
/// How an archive stands in a folder for a store's own bulk loader.
public typealias BulkLayout = Publishing.BulkLayout
