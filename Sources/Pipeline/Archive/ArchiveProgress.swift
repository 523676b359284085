internal import Foundation

/// Says how far an export is.
final class ArchiveProgress {
  private let total: Int?
  private let body: @Sendable (ExportProgress) -> Void

  init(_ names: [String], _ body: @escaping @Sendable (ExportProgress) -> Void) {
    self.body = body
    var total: Int? = 0
    for name in names {
      var status = stat()
      let isThere = unsafe stat(name, &status) == 0
      let isMeasured = name != "-" && isThere && status.st_mode & S_IFMT == S_IFREG
      total = isMeasured ? total.map { $0 + Int(status.st_size) } : nil
    }
    self.total = total
  }

  /// Says that so many articles are done, and that so many bytes were read.
  func report(_ articles: Int, _ read: Int) {
    body(ExportProgress(articles: articles, read: read, total: total))
  }
}
