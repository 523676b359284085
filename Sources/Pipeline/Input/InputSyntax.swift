internal import Compression
internal import Extraction
internal import RDFIO

/// What an input is written in.
public enum InputSyntax: String, CaseIterable, Sendable {
  /// One record in JSON.
  case json
  /// A record in JSON a line.
  case jsonl
  /// Records in YAML.
  case yaml
  /// N-Triples.
  case nt
  /// N-Quads.
  case nq
  /// Turtle.
  case ttl
  /// TriG.
  case trig
  /// RDF/XML.
  case rdf
  /// The columns of the shared task HIPE.
  case hipe
  /// What spaCy's `Doc.to_json` gives.
  case spacy
  /// Entities and relations that GLiNER predicts.
  case gliner
  /// Annotated documents of Google LangExtract.
  case langextract
  /// Tasks that Label Studio exports.
  case labelstudio
  /// UIMA CAS JSON 0.4.
  case cas
  /// brat's standoff beside a text.
  case brat
  /// FollowTheMoney's entities.
  case ftm
  /// KGX: graphs in the Biolink Model's words.
  case kgx
  /// LangChain's graph documents.
  case langchain
  /// LlamaIndex's property graphs.
  case llamaindex

  /// The syntax that a file name's ending says, before that of gzip or Zstandard; nil of another.
  init?(fileName: String) {
    switch PathName(CompressionFormat.nameInside(fileName)).ending {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "yaml", "yml": self = .yaml
    case "nt": self = .nt
    case "nq": self = .nq
    case "ttl": self = .ttl
    case "trig": self = .trig
    case "rdf", "owl", "xml": self = .rdf
    default: return nil
    }
  }

  /// The syntax of RDF that it is, or nil of one of records.
  var rdf: RDFSyntax? {
    switch self {
    case .nt: .ntriples
    case .nq: .nquads
    case .ttl: .turtle
    case .trig: .trig
    case .rdf: .rdfxml
    default: nil
    }
  }

  /// The extractor's format that it is, or nil of another.
  var extractor: ExtractorFormat? { ExtractorFormat(rawValue: rawValue) }
}
