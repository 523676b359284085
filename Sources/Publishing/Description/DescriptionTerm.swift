internal import RDF

/// The terms that a dataset is described with.
enum DescriptionTerm: String {
  static let dcat = "http://www.w3.org/ns/dcat#"
  static let dcterms = "http://purl.org/dc/terms/"
  static let foaf = "http://xmlns.com/foaf/0.1/"
  static let griot = "https://w3id.org/griot/ontology#"
  static let prov = "http://www.w3.org/ns/prov#"
  static let sd = "http://www.w3.org/ns/sparql-service-description#"
  static let spdx = "http://spdx.org/rdf/terms#"
  static let void = "http://rdfs.org/ns/void#"

  case type = "rdf:type"
  case label = "rdfs:label"
  case version = "griot:version"
  // VoID
  case voidDataset = "void:Dataset"
  case linkset = "void:Linkset"
  case triples = "void:triples"
  case distinctSubjects = "void:distinctSubjects"
  case distinctObjects = "void:distinctObjects"
  case classes = "void:classes"
  case properties = "void:properties"
  case uriSpace = "void:uriSpace"
  case vocabulary = "void:vocabulary"
  case classPartition = "void:classPartition"
  case `class` = "void:class"
  case entities = "void:entities"
  case propertyPartition = "void:propertyPartition"
  case property = "void:property"
  case subset = "void:subset"
  case linkPredicate = "void:linkPredicate"
  case subjectsTarget = "void:subjectsTarget"
  case objectsTarget = "void:objectsTarget"
  case dataDump = "void:dataDump"
  // SPARQL 1.1 Service Description
  case graphCollection = "sd:GraphCollection"
  case namedGraph = "sd:namedGraph"
  case namedGraphClass = "sd:NamedGraph"
  case name = "sd:name"
  case graph = "sd:graph"
  case graphClass = "sd:Graph"
  // PROV-O
  case entity = "prov:Entity"
  case activity = "prov:Activity"
  case softwareAgent = "prov:SoftwareAgent"
  case wasGeneratedBy = "prov:wasGeneratedBy"
  case wasAssociatedWith = "prov:wasAssociatedWith"
  case endedAtTime = "prov:endedAtTime"
  // DCAT
  case catalogDataset = "dcat:Dataset"
  case distribution = "dcat:distribution"
  case distributionClass = "dcat:Distribution"
  case accessURL = "dcat:accessURL"
  case downloadURL = "dcat:downloadURL"
  case byteSize = "dcat:byteSize"
  case mediaType = "dcat:mediaType"
  case compressFormat = "dcat:compressFormat"
  // Dublin Core
  case title = "dcterms:title"
  case description = "dcterms:description"
  case publisher = "dcterms:publisher"
  case license = "dcterms:license"
  case licenseDocument = "dcterms:LicenseDocument"
  case modified = "dcterms:modified"
  case format = "dcterms:format"
  case mediaTypeClass = "dcterms:MediaType"
  case mediaTypeOrExtent = "dcterms:MediaTypeOrExtent"
  // FOAF
  case agent = "foaf:Agent"
  case agentName = "foaf:name"
  // SPDX
  case checksum = "spdx:checksum"
  case checksumClass = "spdx:Checksum"
  case algorithm = "spdx:algorithm"
  case sha256 = "spdx:checksumAlgorithm_sha256"
  case checksumValue = "spdx:checksumValue"

  /// The IRI.
  var iri: String {
    let parts = rawValue.split(separator: ":")
    let namespace =
      switch parts[0] {
      case "griot": Self.griot
      case "rdf": Namespace.rdf
      case "rdfs": Namespace.rdfs
      case "void": Self.void
      case "sd": Self.sd
      case "prov": Self.prov
      case "dcat": Self.dcat
      case "dcterms": Self.dcterms
      case "foaf": Self.foaf
      default: Self.spdx
      }
    return namespace + parts[1]
  }
}
