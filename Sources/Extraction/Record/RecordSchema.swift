/// The JSON Schema of the extraction record.
public enum RecordSchema {
  /// The schema, draft 2020-12, as JSON.
  ///
  /// - SeeAlso: JSON Schema Core 2020-12, section 4.3.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "https://w3id.org/griot/record/1",
      "title": "griot extraction record, format 1",
      "description": "What was extracted from one article. Offsets are half-open and count code points unless offsetUnit says otherwise.",
      "type": "object",
      "properties": {
        "griot": {
          "const": 1
        },
        "ids": {
          "enum": [
            "article",
            "shared"
          ]
        },
        "source": {
          "type": "object",
          "properties": {
            "id": {
              "$ref": "#/$defs/id"
            },
            "title": {
              "type": "string",
              "minLength": 1
            },
            "language": {
              "$ref": "#/$defs/language"
            },
            "published": {
              "$ref": "#/$defs/date"
            },
            "url": {
              "$ref": "#/$defs/iri"
            },
            "publisher": {
              "type": "string",
              "minLength": 1
            },
            "authors": {
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              }
            },
            "rights": {
              "type": "string",
              "minLength": 1
            },
            "modified": {
              "$ref": "#/$defs/date"
            },
            "revisionOf": {
              "$ref": "#/$defs/id"
            },
            "text": {
              "type": "string"
            },
            "textFile": {
              "type": "string",
              "minLength": 1
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9A-Fa-f]{64}$"
            },
            "offsetUnit": {
              "enum": [
                "codepoint",
                "utf8",
                "utf16"
              ]
            }
          },
          "required": [
            "id",
            "language"
          ],
          "additionalProperties": false
        },
        "extractor": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1
            },
            "version": {
              "type": "string",
              "minLength": 1
            },
            "run": {
              "$ref": "#/$defs/date"
            }
          },
          "required": [
            "name"
          ],
          "additionalProperties": false
        },
        "entities": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "$ref": "#/$defs/id"
              },
              "type": {
                "type": "string",
                "minLength": 1
              },
              "named": {
                "type": "boolean"
              },
              "label": {
                "$ref": "#/$defs/label"
              },
              "alias": {
                "$ref": "#/$defs/aliases"
              },
              "properties": {
                "type": "object",
                "additionalProperties": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/value"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/value"
                      }
                    }
                  ]
                }
              },
              "same": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/iri"
                }
              },
              "pages": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/iri"
                }
              },
              "mentions": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/span"
                }
              }
            },
            "required": [
              "id",
              "type"
            ],
            "additionalProperties": false
          }
        },
        "relations": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "$ref": "#/$defs/id"
              },
              "type": {
                "type": "string",
                "minLength": 1
              },
              "subject": {
                "$ref": "#/$defs/id"
              },
              "object": {
                "$ref": "#/$defs/id"
              },
              "value": {
                "type": [
                  "string",
                  "number",
                  "boolean"
                ]
              },
              "datatype": {
                "type": "string",
                "minLength": 1
              },
              "language": {
                "$ref": "#/$defs/language"
              },
              "unit": {
                "type": "string",
                "minLength": 1
              },
              "bound": {
                "enum": [
                  "approximately",
                  "atLeast",
                  "atMost",
                  "moreThan",
                  "lessThan"
                ]
              },
              "text": {
                "type": "string",
                "minLength": 1
              },
              "status": {
                "$ref": "#/$defs/status"
              },
              "attributedTo": {
                "anyOf": [
                  {
                    "$ref": "#/$defs/id"
                  },
                  {
                    "type": "array",
                    "items": {
                      "$ref": "#/$defs/id"
                    }
                  }
                ]
              },
              "via": {
                "$ref": "#/$defs/id"
              },
              "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1
              },
              "basis": {
                "enum": [
                  "text",
                  "background"
                ]
              },
              "degree": {
                "enum": [
                  "mainly",
                  "partly"
                ]
              },
              "interval": {
                "$ref": "#/$defs/date"
              },
              "alternativeOf": {
                "$ref": "#/$defs/id"
              },
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/span"
                }
              }
            },
            "required": [
              "id",
              "type",
              "subject",
              "status"
            ],
            "additionalProperties": false,
            "oneOf": [
              {
                "required": [
                  "object"
                ]
              },
              {
                "required": [
                  "value"
                ]
              }
            ]
          }
        },
        "events": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "id": {
                "$ref": "#/$defs/id"
              },
              "type": {
                "type": "string",
                "minLength": 1
              },
              "label": {
                "$ref": "#/$defs/label"
              },
              "date": {
                "$ref": "#/$defs/date"
              },
              "duration": {
                "$ref": "#/$defs/value"
              },
              "roles": {
                "type": "object",
                "additionalProperties": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/filler"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/filler"
                      }
                    }
                  ]
                }
              },
              "properties": {
                "type": "object",
                "additionalProperties": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/value"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/value"
                      }
                    }
                  ]
                }
              },
              "partOf": {
                "anyOf": [
                  {
                    "$ref": "#/$defs/filler"
                  },
                  {
                    "type": "array",
                    "items": {
                      "$ref": "#/$defs/filler"
                    }
                  }
                ]
              },
              "status": {
                "$ref": "#/$defs/status"
              },
              "attributedTo": {
                "anyOf": [
                  {
                    "$ref": "#/$defs/id"
                  },
                  {
                    "type": "array",
                    "items": {
                      "$ref": "#/$defs/id"
                    }
                  }
                ]
              },
              "via": {
                "$ref": "#/$defs/id"
              },
              "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1
              },
              "basis": {
                "enum": [
                  "text",
                  "background"
                ]
              },
              "degree": {
                "enum": [
                  "mainly",
                  "partly"
                ]
              },
              "interval": {
                "$ref": "#/$defs/date"
              },
              "alternativeOf": {
                "$ref": "#/$defs/id"
              },
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/span"
                }
              }
            },
            "required": [
              "id",
              "type",
              "status"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "griot",
        "source"
      ],
      "additionalProperties": false,
      "$defs": {
        "id": {
          "description": "Letters, digits, - . _ ~, or an absolute IRI.",
          "type": "string",
          "minLength": 1
        },
        "iri": {
          "type": "string",
          "format": "iri"
        },
        "language": {
          "type": "string",
          "pattern": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"
        },
        "status": {
          "enum": [
            "asserted",
            "planned",
            "possible",
            "reported",
            "denied"
          ]
        },
        "date": {
          "description": "EDTF levels 0 and 1 and sets of level 2.",
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "object",
              "properties": {
                "edtf": {
                  "type": "string",
                  "minLength": 1
                },
                "part": {
                  "enum": [
                    "early",
                    "mid",
                    "end",
                    "evening"
                  ]
                },
                "text": {
                  "type": "string",
                  "minLength": 1
                },
                "evidence": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/span"
                  }
                }
              },
              "required": [
                "edtf"
              ],
              "additionalProperties": false
            }
          ]
        },
        "span": {
          "type": "object",
          "properties": {
            "start": {
              "type": "integer",
              "minimum": 0
            },
            "end": {
              "type": "integer",
              "minimum": 1
            },
            "text": {
              "type": "string",
              "minLength": 1
            }
          },
          "required": [
            "start",
            "end"
          ],
          "additionalProperties": false
        },
        "label": {
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "object",
              "propertyNames": {
                "$ref": "#/$defs/language"
              },
              "additionalProperties": {
                "type": "string",
                "minLength": 1
              }
            }
          ]
        },
        "aliases": {
          "anyOf": [
            {
              "type": "string",
              "minLength": 1
            },
            {
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              }
            },
            {
              "type": "object",
              "propertyNames": {
                "$ref": "#/$defs/language"
              },
              "additionalProperties": {
                "anyOf": [
                  {
                    "type": "string",
                    "minLength": 1
                  },
                  {
                    "type": "array",
                    "items": {
                      "type": "string",
                      "minLength": 1
                    }
                  }
                ]
              }
            }
          ]
        },
        "value": {
          "anyOf": [
            {
              "type": [
                "string",
                "number",
                "boolean"
              ]
            },
            {
              "type": "object",
              "properties": {
                "value": {
                  "type": [
                    "string",
                    "number",
                    "boolean"
                  ]
                },
                "datatype": {
                  "type": "string",
                  "minLength": 1
                },
                "language": {
                  "$ref": "#/$defs/language"
                },
                "unit": {
                  "type": "string",
                  "minLength": 1
                },
                "bound": {
                  "enum": [
                    "approximately",
                    "atLeast",
                    "atMost",
                    "moreThan",
                    "lessThan"
                  ]
                },
                "text": {
                  "type": "string",
                  "minLength": 1
                },
                "id": {
                  "$ref": "#/$defs/id"
                },
                "status": {
                  "$ref": "#/$defs/status"
                },
                "attributedTo": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/id"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/id"
                      }
                    }
                  ]
                },
                "via": {
                  "$ref": "#/$defs/id"
                },
                "confidence": {
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1
                },
                "basis": {
                  "enum": [
                    "text",
                    "background"
                  ]
                },
                "degree": {
                  "enum": [
                    "mainly",
                    "partly"
                  ]
                },
                "interval": {
                  "$ref": "#/$defs/date"
                },
                "alternativeOf": {
                  "$ref": "#/$defs/id"
                },
                "evidence": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/span"
                  }
                }
              },
              "additionalProperties": false,
              "oneOf": [
                {
                  "required": [
                    "value"
                  ]
                },
                {
                  "required": [
                    "id"
                  ]
                }
              ]
            }
          ]
        },
        "filler": {
          "anyOf": [
            {
              "$ref": "#/$defs/id"
            },
            {
              "type": "object",
              "properties": {
                "id": {
                  "$ref": "#/$defs/id"
                },
                "status": {
                  "$ref": "#/$defs/status"
                },
                "attributedTo": {
                  "anyOf": [
                    {
                      "$ref": "#/$defs/id"
                    },
                    {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/id"
                      }
                    }
                  ]
                },
                "via": {
                  "$ref": "#/$defs/id"
                },
                "confidence": {
                  "type": "number",
                  "minimum": 0,
                  "maximum": 1
                },
                "basis": {
                  "enum": [
                    "text",
                    "background"
                  ]
                },
                "degree": {
                  "enum": [
                    "mainly",
                    "partly"
                  ]
                },
                "interval": {
                  "$ref": "#/$defs/date"
                },
                "alternativeOf": {
                  "$ref": "#/$defs/id"
                },
                "evidence": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/span"
                  }
                }
              },
              "required": [
                "id"
              ],
              "additionalProperties": false
            }
          ]
        }
      }
    }
    """#
}
