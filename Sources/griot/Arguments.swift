public import ArgumentParser
public import Pipeline

extension InputSyntax: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension FailureLevel: ExpressibleByArgument {}
extension LineSerializer: ExpressibleByArgument {}
extension GraphExtra: ExpressibleByArgument {}
extension ConversionSyntax: ExpressibleByArgument {
  /// Reads a file's ending or a media type.
  public init?(argument: String) {
    self.init(name: argument)
  }
}
extension MessageFormat: ExpressibleByArgument {}
extension DifferenceFormat: ExpressibleByArgument {}
extension ExportCompression: ExpressibleByArgument {}
extension ViewSettings.Language: ExpressibleByArgument {}
