internal import HTTP
internal import Publishing

/// Where the secrets of a store are read: files and the environment, never the command line.
enum LoadSecrets {
  static let password = "GRIOT_STORE_PASSWORD"
  static let token = "GRIOT_STORE_TOKEN"

  /// - Throws: ``RunError`` where a file cannot be read, or one of the two is missing.
  static func credentials(
    _ settings: LoadSettings, _ kind: StoreKind
  ) throws(RunError) -> HTTPCredentials {
    let token = try secret(settings.tokenFile, settings.environment[Self.token])
    let password = try secret(settings.passwordFile, settings.environment[Self.password])
    guard let user = settings.user else {
      if let token { return .bearer(token) }
      guard settings.passwordFile == nil else {
        throw RunError(
          .wrongUsage, file: nil, "--password-file is there and no user; expected --user")
      }
      return .none
    }
    guard settings.tokenFile == nil else {
      throw RunError(.wrongUsage, file: nil, "--user and --token-file exclude each other")
    }
    guard let password else {
      throw RunError(
        .wrongUsage, file: nil,
        "--user is there and no password; expected it in \(Self.password) or --password-file")
    }
    return switch settings.scheme ?? (kind.usesDigest ? .digest : .basic) {
    case .basic: .basic(user: user, password: password)
    case .digest: .digest(user: user, password: password)
    }
  }

  private static func secret(
    _ file: String?, _ variable: String?
  ) throws(RunError) -> String? {
    guard let file else { return variable.flatMap { $0.isEmpty ? nil : $0 } }
    var bytes = try InputFiles.bytes(file)
    while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty,
      !text.contains("\n")
    else {
      throw RunError(.wrongUsage, file: file, "holds no secret; expected a line of UTF-8")
    }
    return text
  }
}
