internal import JSON

extension Run {
  /// The formats that export writes and convert reads and writes, as one JSON object.
  public static var formats: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("export")
    writer.beginArray()
    for format in ExportFormat.allCases {
      writer.beginObject()
      member("name", format.rawValue, &writer)
      member("mediaType", format.mediaType, &writer)
      member("summary", format.summary, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("convert")
    writer.beginArray()
    for syntax in ConversionSyntax.allCases {
      writer.beginObject()
      member("name", syntax.rawValue, &writer)
      member("mediaType", syntax.mediaType, &writer)
      member("summary", "\(syntax.name): \(syntax.summary)", &writer)
      let facts = [
        ("reads", syntax.isRead), ("graphs", syntax.hasGraphNames),
        ("readsInParts", syntax.isReadInParts), ("writesInParts", syntax.isWrittenInParts),
      ]
      for (name, fact) in facts {
        writer.key(name)
        writer.value(fact)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func member(_ name: String, _ text: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.value(text)
  }
}
