/// What a graph does not hold of the RDF it was made of, or not as it was.
public enum GraphLoss: String, CaseIterable, Sendable {
  /// Quads that say how the graph came about.
  case provenance
  /// Quads of what is known from elsewhere.
  case background
  /// Quads about the article itself.
  case article
  /// Quads of annotations, spans and selectors.
  case annotation
  /// Claims that are denied.
  case denied
  /// Claims whose subject is no node.
  case claim
  /// Quads with a detail that has no key.
  case detail
  /// Several values in one text.
  case joined
  /// Texts without their language.
  case languageTag
  /// Values without their datatype.
  case datatype
  /// Whole numbers beyond 64 bits.
  case largeInteger
  /// Numbers of more digits than a double has.
  case longNumber
  /// Values that are not of their key's type.
  case notOfType
  /// Values under a key of another name.
  case renamed
  /// Blank nodes that stand in a value or got an IRI.
  case blankNode
  /// What several articles say as one.
  case merged
  /// Events that became an edge.
  case collapsed
  /// Texts with carriage returns.
  case lineEnd

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .provenance: "quads of the provenance graphs are not drawn"
    case .background: "quads of the background graphs are not drawn; --draw background draws them"
    case .article: "quads that describe the article are not drawn; its IRI is under source"
    case .annotation:
      "quads of mentions and evidence are not drawn; of evidence the exact words are"
    case .denied: "claims that the article denies are not drawn; --draw denied draws them"
    case .claim: "claims about something that is no node are not drawn"
    case .detail: "quads without a key of their own are not drawn"
    case .joined: "several values stand in one text, with ; between and \\ before ; and \\ in them"
    case .languageTag: "texts are without their language tag"
    case .datatype: "values are text without their datatype"
    case .largeInteger: "whole numbers outside 64 bits are text, under a key that ends in .text"
    case .longNumber: "numbers have more digits than double precision keeps"
    case .notOfType:
      "values with a bound, a status or no number are text, under a key that ends in .text"
    case .renamed: "values stand under another name than their property's"
    case .blankNode: "blank nodes became values of what refers to them, or got an IRI"
    case .merged: "the values of several articles stand together"
    case .lineEnd: "carriage returns became line feeds, as in every CDATA section"
    case .collapsed: "events became edges; what refers to the event's IRI finds no node"
    }
  }
}

/// What a program that reads a graph's file loses though the file holds it.
public enum ReaderLoss: String, CaseIterable, Sendable {
  /// igraph: numbers beyond 2^53.
  case igraphLargeInteger
  /// igraph: numbers that are not there.
  case igraphAbsent
  /// graph-tool: numbers that are not there.
  case graphToolAbsent
  /// rustworkx: texts of nothing.
  case rustworkxEmpty
  /// rustworkx: texts in a CDATA section.
  case rustworkxSection
  /// Tulip: numbers that are not there.
  case tulipAbsent
  /// Tulip: texts with `&`, `<`, `]]>` or a line end.
  case tulipPiece
  /// Tulip: texts longer than one of its reads.
  case tulipBlock
  /// Tulip: numbers beyond 32 bits.
  case tulipLargeInteger

  /// The program.
  public var reader: String {
    switch self {
    case .igraphLargeInteger, .igraphAbsent: "igraph"
    case .graphToolAbsent: "graph-tool"
    case .rustworkxEmpty, .rustworkxSection: "rustworkx"
    case .tulipAbsent, .tulipPiece, .tulipBlock, .tulipLargeInteger: "Tulip"
    }
  }

  /// What it does, in a line.
  public var summary: String {
    switch self {
    case .igraphLargeInteger: "reads whole numbers as doubles: beyond 2^53 they are inexact"
    case .igraphAbsent: "reads a number that is not there as NaN, a truth value as false"
    case .graphToolAbsent, .tulipAbsent:
      "reads a number that is not there as 0, a truth value as false"
    case .rustworkxEmpty: "reads an empty text as none"
    case .rustworkxSection: "reads no text that stands in a CDATA section"
    case .tulipPiece: "keeps of a text with &, <, ]]> or a line end what follows the last of them"
    case .tulipBlock: "reads 64 KB in one go and cuts a text that is longer"
    case .tulipLargeInteger: "has whole numbers of 32 bits: others become 0"
    }
  }
}
