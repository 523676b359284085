internal import Foundation
internal import RDF

extension Settings {
  /// When a run is, as xsd:dateTime, where someone says; the clock is not asked.
  ///
  /// - Parameters:
  ///   - timestamp: what the user says; nil for nothing.
  ///   - environment: where SOURCE_DATE_EPOCH may stand, in seconds since 1970.
  /// - Returns: the time, or nil where nobody says one.
  /// - Throws: ``RunError`` where it is no time.
  public static func moment(
    _ timestamp: String?, _ environment: [String: String]
  ) throws(RunError) -> String? {
    if let timestamp {
      guard LiteralValue(timestamp, datatype: Namespace.xsd + "dateTime") != nil else {
        throw RunError(
          .wrongUsage, file: nil,
          "--timestamp is \"\(timestamp)\"; expected a time such as 2024-11-15T12:00:00Z")
      }
      return timestamp
    }
    guard let epoch = environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else { return nil }
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
      throw RunError(
        .wrongUsage, file: "SOURCE_DATE_EPOCH",
        "is \"\(epoch)\"; expected a number of seconds since 1970")
    }
    return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}
