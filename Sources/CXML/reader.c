#include "CXML.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

// Attributes of one element that are handed over without asking for memory.
#define USUAL_ATTRIBUTES 16

struct cxml_reader {
    xmlParserCtxtPtr parser;
    cxml_handler handler;
    cxml_fault fault;
    int fault_line;
    int fault_code;
    bool is_stopped;
    /// The last piece is being read.
    bool is_last;
};

static void fail(cxml_reader *reader, cxml_fault fault, int line, int code) {
    // What is missing once nothing more comes is missing because the document was cut.
    if (fault == CXML_BROKEN && reader->is_last) fault = CXML_CUT;
    if (reader->fault == CXML_FINE) {
        reader->fault = fault;
        reader->fault_line = line;
        reader->fault_code = code;
    }
    cxml_stop(reader);
}

static void began(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
    const xmlChar **declared, int count, int defaulted, const xmlChar **values) {
    (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)defaulted;
    cxml_reader *reader = context;
    if (reader->is_stopped) return;
    cxml_attribute usual[USUAL_ATTRIBUTES];
    cxml_attribute *attributes = usual;
    if (count > USUAL_ATTRIBUTES) {
        attributes = calloc((size_t)count, sizeof *attributes);
        if (attributes == NULL) {
            fail(reader, CXML_MEMORY, cxml_line(reader), 0);
            return;
        }
    }
    // Five pointers each: name, prefix, namespace, the value's beginning and its end.
    for (int i = 0; i < count; i++, values += 5) {
        attributes[i].name = (const char *)values[0];
        attributes[i].has_prefix = values[1] != NULL;
        attributes[i].value = (const char *)values[3];
        attributes[i].length = (size_t)(values[4] - values[3]);
    }
    reader->handler.began(reader->handler.context, (const char *)name, attributes, (size_t)count);
    if (attributes != usual) free(attributes);
}

static void ended(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    cxml_reader *reader = context;
    if (!reader->is_stopped) reader->handler.ended(reader->handler.context);
}

static void declares(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    cxml_reader *reader = context;
    const xmlParserInput *input = reader->parser->input;
    // A DTD elsewhere is never fetched.
    if (input->cur < input->end && *input->cur == '[') fail(reader, CXML_DECLARATIONS, cxml_line(reader), 0);
}

static cxml_fault kind(const xmlError *error) {
    switch (error->code) {
    case XML_ERR_NO_MEMORY: return CXML_MEMORY;
    // Older versions have one number for both.
    case XML_ERR_INVALID_CHAR:
        return error->message != NULL && strstr(error->message, "not proper UTF-8") != NULL ? CXML_ENCODING : CXML_BROKEN;
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
    case XML_I18N_NO_OUTPUT: return CXML_ENCODING;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITY_LOOP: return CXML_ENTITY;
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED: return CXML_CUT;
    // The parser has no number of its own for what is too long for it.
    case XML_ERR_INTERNAL_ERROR:
    case XML_ERR_NAME_TOO_LONG:
        return CXML_TOO_LARGE;
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
        return error->message != NULL && strstr(error->message, "too long") != NULL ? CXML_TOO_LARGE : CXML_BROKEN;
    default: return CXML_BROKEN;
    }
}

// The type of what is complained about, which has become constant.
#if LIBXML_VERSION >= 21200
typedef const xmlError *complaint;
#else
typedef xmlErrorPtr complaint;
#endif

static void complain(void *context, complaint error) {
    cxml_reader *reader = context;
    // What is undeclared is only warned about where the rest of a DTD was not read, and then left out in silence.
    if (error->level < XML_ERR_FATAL && error->code != XML_WAR_UNDECLARED_ENTITY) return;
    fail(reader, kind(error), error->line > 0 ? error->line : cxml_line(reader), error->code);
}

cxml_reader *cxml_open(cxml_handler handler) {
    cxml_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) return NULL;
    reader->handler = handler;
    // Everything that is not set here is passed over: texts, comments, instructions, entities.
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = began;
    sax.endElementNs = ended;
    sax.internalSubset = declares;
    sax.serror = complain;
    reader->parser = xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
    if (reader->parser == NULL) {
        free(reader);
        return NULL;
    }
    // Without NOENT the parser hands "&amp;" on as "&#38;", for somebody else to replace. It brings no entities in: none can
    // be declared.
    xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    return reader;
}

bool cxml_read(cxml_reader *reader, const char *bytes, int count, bool is_last) {
    if (reader->is_stopped) return reader->fault == CXML_FINE;
    reader->is_last = is_last;
    int code = xmlParseChunk(reader->parser, bytes, count, is_last);
    if (reader->is_stopped) return reader->fault == CXML_FINE;
    // A fault that nobody was told of.
    if (code != XML_ERR_OK && !reader->parser->wellFormed) fail(reader, CXML_BROKEN, cxml_line(reader), code);
    return reader->fault == CXML_FINE;
}

void cxml_stop(cxml_reader *reader) {
    if (reader->is_stopped) return;
    reader->is_stopped = true;
    xmlStopParser(reader->parser);
}

int cxml_line(const cxml_reader *reader) {
    const xmlParserInput *input = reader->parser->input;
    return input != NULL && input->line > 0 ? input->line : 1;
}

cxml_fault cxml_first_fault(const cxml_reader *reader, int *line, int *code) {
    *line = reader->fault_line;
    *code = reader->fault_code;
    return reader->fault;
}

void cxml_close(cxml_reader *reader) {
    // Some versions make a document for a DTD even where nothing asked for one.
    if (reader->parser->myDoc != NULL) xmlFreeDoc(reader->parser->myDoc);
    reader->parser->myDoc = NULL;
    xmlFreeParserCtxt(reader->parser);
    free(reader);
}
