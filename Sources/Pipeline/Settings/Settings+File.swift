internal import Extraction
internal import Foundation
internal import JSON
internal import RDF

extension Settings {
  /// The name of the file of settings.
  public static let fileName = "griot.yaml"

  /// The settings of the nearest griot.yaml, in a folder or one above it; none where there is none.
  ///
  /// - Throws: ``RunError`` with the line and column of what is wrong in it.
  public static func ofNearestFile(from folder: String) throws(RunError) -> Settings {
    guard let resolved = unsafe realpath(folder, nil) else { return Settings() }
    defer { unsafe free(resolved) }
    let here = unsafe String(cString: resolved)
    var place = here
    while true {
      let name = place == "/" ? "/\(fileName)" : "\(place)/\(fileName)"
      if unsafe access(name, F_OK) == 0 {
        return try ofFile(place == here && folder == "." ? fileName : name)
      }
      guard place != "/" else { return Settings() }
      place = PathName(place).folder
    }
  }

  /// The settings of a file; paths in it are relative to its folder.
  ///
  /// - Throws: ``RunError`` with the line and column of what is wrong in it.
  public static func ofFile(_ name: String) throws(RunError) -> Settings {
    let bytes = try InputFiles.bytes(name)
    let lines = LineMap(bytes)
    func fault(_ offset: Int, _ message: String) -> RunError {
      let place = lines.position(of: offset)
      return RunError(
        .wrongUsage,
        Diagnostic(
          .error, file: name,
          position: SourcePosition(line: place.line, column: place.column), message))
    }
    var settings = Settings()
    settings.file = name
    let read: JSONDocument?
    do throws(JSONError) {
      read = try YAMLSettings.read(bytes)
    } catch {
      throw fault(error.offset, error.message)
    }
    guard let document = read else { return settings }
    guard document.kind(of: document.root) == .object else {
      throw fault(
        0, "the settings are \(document.kind(of: document.root).name); expected a mapping")
    }
    var members = document.members(of: document.root)
    while let (key, value) = members.next() {
      let text = document.text(of: key)
      if text == DatasetReader.name {
        do throws(JSONError) {
          settings.dataset = try DatasetReader.read(value, of: document)
        } catch {
          throw fault(error.offset, error.message)
        }
        continue
      }
      guard let setting = SettingName(rawValue: text) else {
        let known = SettingName.allCases.map(\.rawValue) + [DatasetReader.name]
        throw fault(
          Int(document.offset(of: key)),
          "unknown setting \"\(text)\"; expected one of \(known.joined(separator: ", "))"
            + NearestName.hint(text, in: known))
      }
      let isList = document.kind(of: value) == .array
      var values: [String] = []
      var items = isList ? [] : [value]
      if isList {
        var elements = document.elements(of: value)
        while let element = elements.next() { items.append(element) }
      }
      for one in items {
        let kind = document.kind(of: one)
        guard kind == .string || kind == .boolean || kind == .number && setting.isNumber,
          !isList || !setting.isSingle
        else {
          throw fault(
            Int(document.offset(of: one)),
            "\(text) is \(isList && setting.isSingle ? JSONKind.array.name : kind.name); "
              + "expected \(setting.isSingle ? "one value" : "a value or a list of them")")
        }
        let word = kind == .boolean ? "\(document.boolean(of: one))" : document.text(of: one)
        values.append(setting.isPath ? path(word, besides: name) : word)
      }
      if let wrong = settings.set(setting, values) {
        throw fault(Int(document.offset(of: value)), wrong)
      }
    }
    return settings
  }

  private static func path(_ path: String, besides file: String) -> String {
    let folder = PathName(file).folder
    return path.hasPrefix("/") || path == "-" || folder == "." ? path : "\(folder)/\(path)"
  }
}
