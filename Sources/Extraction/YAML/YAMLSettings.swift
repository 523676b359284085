public import JSON

/// Reads YAML that is no record, such as a file of settings.
public enum YAMLSettings {
  /// Reads a text of one document.
  ///
  /// - Returns: the document, whose offsets point into the text; nil of an empty one.
  /// - Throws: ``JSONError`` with the byte that is at fault.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONDocument? {
    do throws(SyntaxFault) {
      return try YAMLReader.read(bytes, firstLine: 1)
    } catch {
      if error.message == YAMLReader.emptyMessage { return nil }
      throw JSONError(offset: error.offset, message: error.message)
    }
  }
}
