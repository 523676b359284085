#include "COntology.h"
#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char griot_ttl[] = {
#embed "../../ontology/griot.ttl"
};
static const unsigned char shapes_ttl[] = {
#embed "../../ontology/shapes.ttl"
};
static const unsigned char context_jsonld[] = {
#embed "../../ontology/context.jsonld"
};
static const unsigned char authorities_tsv[] = {
#embed "../../ontology/authorities.tsv"
};
static const unsigned char hipe_yaml[] = {
#embed "../../ontology/profiles/hipe.yaml"
};
static const unsigned char spacy_yaml[] = {
#embed "../../ontology/profiles/spacy.yaml"
};
static const unsigned char gliner_yaml[] = {
#embed "../../ontology/profiles/gliner.yaml"
};
static const unsigned char langextract_yaml[] = {
#embed "../../ontology/profiles/langextract.yaml"
};
static const unsigned char labelstudio_yaml[] = {
#embed "../../ontology/profiles/labelstudio.yaml"
};
static const unsigned char cas_yaml[] = {
#embed "../../ontology/profiles/cas.yaml"
};
static const unsigned char brat_yaml[] = {
#embed "../../ontology/profiles/brat.yaml"
};
static const unsigned char ftm_yaml[] = {
#embed "../../ontology/profiles/ftm.yaml"
};
static const unsigned char kgx_yaml[] = {
#embed "../../ontology/profiles/kgx.yaml"
};
static const unsigned char labels_yaml[] = {
#embed "../../ontology/profiles/labels.yaml"
};

const unsigned char *griot_ontology_bytes(void) { return griot_ttl; }
size_t griot_ontology_size(void) { return sizeof griot_ttl; }
const unsigned char *griot_shapes_bytes(void) { return shapes_ttl; }
size_t griot_shapes_size(void) { return sizeof shapes_ttl; }
const unsigned char *griot_context_bytes(void) { return context_jsonld; }
size_t griot_context_size(void) { return sizeof context_jsonld; }
const unsigned char *griot_authorities_bytes(void) { return authorities_tsv; }
size_t griot_authorities_size(void) { return sizeof authorities_tsv; }

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} profiles[] = {
  {"hipe", hipe_yaml, sizeof hipe_yaml},
  {"spacy", spacy_yaml, sizeof spacy_yaml},
  {"gliner", gliner_yaml, sizeof gliner_yaml},
  {"langextract", langextract_yaml, sizeof langextract_yaml},
  {"labelstudio", labelstudio_yaml, sizeof labelstudio_yaml},
  {"cas", cas_yaml, sizeof cas_yaml},
  {"brat", brat_yaml, sizeof brat_yaml},
  {"ftm", ftm_yaml, sizeof ftm_yaml},
  {"kgx", kgx_yaml, sizeof kgx_yaml},
  {"labels", labels_yaml, sizeof labels_yaml},
};

const unsigned char *griot_profile(const char *name, size_t *size) {
  for (size_t index = 0; index < sizeof profiles / sizeof *profiles; index++) {
    if (strcmp(profiles[index].name, name) == 0) {
      *size = profiles[index].size;
      return profiles[index].bytes;
    }
  }
  return NULL;
}
