internal import Compression
internal import Foundation
internal import JSON
internal import Linking
internal import RDF
internal import RDFIO

extension Run {
  /// Makes an authority's file out of dumps; it appears whole or not at all.
  ///
  /// - Returns: how many things with a name it holds, and how many names.
  /// - Throws: ``RunError`` when a dump cannot be read or is not of its syntax, or the file cannot
  ///   be written.
  public static func buildAuthority(
    _ settings: AuthoritySettings
  ) throws(RunError) -> (items: Int, names: Int) {
    let folder = PathName(settings.output).folder
    TemporaryNames.removeStale(in: folder)
    let temporary = TemporaryNames.shared.next(in: folder)
    TemporaryNames.shared.add(temporary)
    var isPlaced = false
    defer {
      if !isPlaced { _ = unsafe unlink(temporary) }
      TemporaryNames.shared.remove(temporary)
    }
    let last = PathName(settings.output).last
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    let builder = try naming(temporary, settings.output) { () throws(LinkingError) in
      try AuthorityBuilder(temporary)
    }
    var configuration = Configuration(inputs: [])
    configuration.unpackLimit = settings.unpackLimit
    for dump in settings.dumps {
      try add(dump, to: builder, settings, configuration, temporary)
    }
    let count = try naming(temporary, settings.output) { () throws(LinkingError) in
      try builder.finish(name: settings.name ?? stem, namespace: settings.namespace)
    }
    guard count.items > 0 else {
      throw RunError(
        .invalidData, file: settings.dumps.first,
        "nothing in it has a name; expected labels such as rdfs:label or skos:prefLabel")
    }
    guard unsafe rename(temporary, settings.output) == 0 else {
      throw FileOutput.failure(settings.output, "cannot be created")
    }
    isPlaced = true
    return (count.items, count.names)
  }

  private static func add(
    _ dump: String, to builder: AuthorityBuilder, _ settings: AuthoritySettings,
    _ configuration: Configuration, _ temporary: String
  ) throws(RunError) {
    let inside = CompressionFormat.nameInside(dump)
    if PathName(inside).ending == "tsv" {
      let bytes = try FileInput(dump, limits: configuration.unpackLimits).rest()
      try naming(temporary, settings.output) { () throws(LinkingError) in
        try builder.addTable(bytes, file: dump, namespace: settings.namespace)
      }
      return
    }
    guard let syntax = RDFSyntax(fileName: dump), syntax.isText else {
      throw RunError(
        .wrongUsage, file: dump,
        "its name does not say that it is a dump; expected one that ends in .nt, .nq, .ttl, .trig "
          + "or .tsv")
    }
    let input = try FileInput(dump, limits: configuration.unpackLimits)
    do {
      try builder.add(syntax, file: dump) { try input.next() }
    } catch let error as RunError {
      throw error
    } catch let error as RDFIOError {
      throw RunError(.invalidData, error.diagnostic(in: dump))
    } catch let error as LinkingError {
      throw RunError(renamed(error, temporary, settings.output))
    } catch {
      throw RunError(.failedInputOutput, file: dump, "\(error)")
    }
  }

  /// Names the file that was asked for in place of the temporary one.
  private static func naming<Result>(
    _ temporary: String, _ output: String, _ body: () throws(LinkingError) -> Result
  ) throws(RunError) -> Result {
    do throws(LinkingError) {
      return try body()
    } catch {
      throw RunError(renamed(error, temporary, output))
    }
  }

  private static func renamed(
    _ error: LinkingError, _ temporary: String, _ output: String
  ) -> LinkingError {
    guard case .store(temporary, let reason) = error else { return error }
    return .store(file: output, reason: reason)
  }

  /// What an authority's file holds, as one JSON object.
  public static func authoritySummary(items: Int, names: Int) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("summary")
    writer.beginObject()
    writer.key("items")
    writer.value(items)
    writer.key("names")
    writer.value(names)
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
