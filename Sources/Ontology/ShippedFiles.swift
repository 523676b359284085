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
