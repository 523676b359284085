public import ArgumentParser
public import Pipeline

extension InputSyntax: ExpressibleByArgument {}
extension ExtractorSettings.Unit: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension FailureLevel: ExpressibleByArgument {}
extension Entailment: ExpressibleByArgument {}
extension ClosedWorld: ExpressibleByArgument {}
extension LineSerializer: ExpressibleByArgument {}
extension GraphExtra: ExpressibleByArgument {}
extension GraphNaming: ExpressibleByArgument {}
extension MessageFormat: ExpressibleByArgument {}
extension DifferenceFormat: ExpressibleByArgument {}
extension ExportCompression: ExpressibleByArgument {}
extension ErrorPolicy: ExpressibleByArgument {}
extension ViewSettings.Language: ExpressibleByArgument {}
extension StoreKind: ExpressibleByArgument {}
extension BulkLayout: ExpressibleByArgument {}
extension LoadSettings.Scheme: ExpressibleByArgument {}
