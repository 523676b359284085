/// What a conversion is told.
public struct Conversion: Sendable {
  /// What is made of the input.
  public enum Deed: Sendable {
    /// The same statements in another syntax.
    case convert
    /// How many statements there are, as a line on standard output.
    case count
    /// Canonical N-Quads (RDFC-1.0).
    case canonicalize
  }

  /// What is done with a statement that is not of its syntax.
  public enum FaultHandling: Sendable {
    /// The conversion ends with an error.
    case stop
    /// The statement is skipped, and the result is what is left.
    case skip
  }

  /// What is done with the names of graphs.
  public enum GraphHandling: Hashable, Sendable {
    /// They are kept; a target that has none refuses the first statement with one.
    case kept
    /// They are left out: all graphs become one.
    case dropped
    /// Of an input with graph names only the graph of this IRI is taken; what an input without
    /// them holds is put into it.
    case named(String)
  }

  /// Files, or `-` for standard input.
  public var inputs: [String]
  /// The file to write; nil or `-` for standard output.
  public var output: String?
  /// The syntax of all inputs; nil for what their names say.
  public var from: ConversionSyntax?
  /// The syntax to write; nil for what the output's name says.
  public var to: ConversionSyntax?
  /// The IRI that relative ones are resolved against; without one they are errors.
  public var base: String?
  /// What is made of the input.
  public var deed = Deed.convert
  /// What is done with faults.
  public var faults = FaultHandling.stop
  /// What is done with the names of graphs.
  public var graphs = GraphHandling.kept
  /// The file of the context that JSON-LD is compacted with, or `griot` for griot's own; nil for
  /// the expanded form.
  public var context: String?
  /// Who writes Turtle, N-Triples and N-Quads.
  public var serializer = LineSerializer.griot
  /// How the output is packed; nil for what its name says.
  public var compression: ExportCompression?
  /// How many megabytes a packed input may unpack to, however small it is; nil as in
  /// ``Configuration/unpackLimit``.
  public var unpackLimit: Int?
  /// What is called now and then with how many bytes were read so far.
  public var onProgress: (@Sendable (Int) -> Void)?

  /// Makes a conversion of files.
  public init(inputs: [String]) {
    self.inputs = inputs
  }
}
