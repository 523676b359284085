internal import RDF

/// Which properties of RDF dumps say what; those of Wikidata, GeoNames, DBpedia, schema.org, SKOS.
enum AuthorityTerms {
  /// What the object of a property is to its subject.
  enum Meaning {
    case name(Name.Rank)
    case fact(AuthorityFact)
  }

  private static let wikidata = "http://www.wikidata.org/prop/direct/"
  private static let geonames = "https://www.geonames.org/ontology#"
  private static let geonamesOld = "http://www.geonames.org/ontology#"
  private static let skos = "http://www.w3.org/2004/02/skos/core#"
  private static let dbpedia = "http://dbpedia.org/ontology/"
  private static let position = "http://www.w3.org/2003/01/geo/wgs84_pos#"

  static let concept = skos + "Concept"

  static let meanings: [String: Meaning] = {
    var all: [String: Meaning] = [
      Namespace.rdfs + "label": .name(.label),
      skos + "prefLabel": .name(.label),
      skos + "altLabel": .name(.alias),
      skos + "hiddenLabel": .name(.hidden),
      "http://xmlns.com/foaf/0.1/name": .name(.label),
      Namespace.rdf + "type": .fact(.type),
      wikidata + "P31": .fact(.type),
      wikidata + "P279": .fact(.above),
      Namespace.rdfs + "subClassOf": .fact(.above),
      wikidata + "P17": .fact(.country),
      dbpedia + "country": .fact(.country),
      wikidata + "P625": .fact(.coordinates),
      "http://www.opengis.net/ont/geosparql#asWKT": .fact(.coordinates),
      position + "lat": .fact(.latitude),
      position + "long": .fact(.longitude),
      wikidata + "P569": .fact(.begin), wikidata + "P571": .fact(.begin),
      wikidata + "P580": .fact(.begin),
      wikidata + "P570": .fact(.end), wikidata + "P576": .fact(.end),
      wikidata + "P582": .fact(.end),
      Namespace.rdfs + "comment": .fact(.summary),
      skos + "definition": .fact(.summary),
      dbpedia + "abstract": .fact(.summary),
    ]
    for schema in ["https://schema.org/", "http://schema.org/"] {
      all[schema + "name"] = .name(.label)
      all[schema + "alternateName"] = .name(.alias)
      all[schema + "description"] = .fact(.summary)
    }
    for gn in [geonames, geonamesOld] {
      all[gn + "name"] = .name(.label)
      all[gn + "officialName"] = .name(.alias)
      all[gn + "alternateName"] = .name(.alias)
      all[gn + "shortName"] = .name(.alias)
      all[gn + "featureCode"] = .fact(.type)
      all[gn + "countryCode"] = .fact(.country)
      all[gn + "parentCountry"] = .fact(.country)
    }
    return all
  }()
}
