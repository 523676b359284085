extension Settings {
  /// The settings of the environment: `GRIOT_BASE`, `GRIOT_FORMATS` and so on.
  ///
  /// Several values stand with commas between, several files with colons.
  ///
  /// - Throws: ``RunError`` that names the variable.
  public static func ofEnvironment(
    _ environment: [String: String]
  ) throws(RunError) -> Settings {
    var settings = Settings()
    for name in SettingName.allCases {
      let variable = "GRIOT_\(name.rawValue.uppercased())"
      guard let text = environment[variable], !text.isEmpty else { continue }
      let values =
        name.isSingle
        ? [text] : text.split(separator: name.isPath ? ":" : ",").map(String.init)
      if let fault = settings.set(name, values) {
        throw RunError(.wrongUsage, file: variable, fault)
      }
    }
    return settings
  }
}
