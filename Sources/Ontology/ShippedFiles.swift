internal import COntology

/// The files of ontology/ as they are in the program.
public enum ShippedFiles {
  /// griot.ttl, the ontology that is used when the user names none.
  public static var ontology: [UInt8] {
    unsafe Array(
      UnsafeBufferPointer(start: griot_ontology_bytes(), count: griot_ontology_size()))
  }

  /// shapes.ttl, the shapes that are used when the user names none.
  public static var shapes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: griot_shapes_bytes(), count: griot_shapes_size()))
  }

  /// A profile of profiles/, which says what the names of an extractor's format mean; nil of a name
  /// that there is none of.
  public static func profile(_ name: String) -> [UInt8]? {
    var size = 0
    guard let bytes = unsafe griot_profile(name, &size) else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// context.jsonld, the words that JSON-LD is written with.
  public static var context: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: griot_context_bytes(), count: griot_context_size()))
  }

  /// authorities.tsv, how classes and properties meet those of authorities.
  public static var authorities: [UInt8] {
    unsafe Array(
      UnsafeBufferPointer(start: griot_authorities_bytes(), count: griot_authorities_size()))
  }
}
