internal import Foundation

/// Finds the text files that records name.
public struct TextFolder: Sendable {
  /// What was found under a name.
  enum Finding {
    case bytes([UInt8])
    case absent
    case outside
    case unreadable(String)
  }

  private let folder: String

  /// Looks in one folder and below it.
  public init(_ folder: String) {
    self.folder = folder
  }

  /// Reads a file by its path inside the folder; links that lead out of it are not followed.
  func read(_ name: String) -> Finding {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.hasPrefix("/"), !parts.contains(".."), !name.utf8.contains(0) else {
      return .outside
    }
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let path = URL(fileURLWithPath: folder + "/" + name)
    guard FileManager.default.fileExists(atPath: path.path) else { return .absent }
    guard path.resolvingSymlinksInPath().path.hasPrefix(root == "/" ? root : root + "/") else {
      return .outside
    }
    do {
      return .bytes(Array(try Data(contentsOf: path)))
    } catch {
      return .unreadable(error.localizedDescription)
    }
  }
}
