#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>

/// One attribute of an element, as bytes of UTF-8.
typedef struct {
    const char *_Nonnull name;
    /// Whether the name has a prefix: then it is not the plain `name`.
    bool has_prefix;
    /// Not terminated.
    const char *_Nonnull value;
    size_t length;
} cxml_attribute;

/// Where elements are reported. Nothing is reported once reading has failed or was stopped.
typedef struct {
    void *_Nullable context;
    /// `name` is without its prefix.
    void (*_Nonnull began)(
        void *_Nullable context, const char *_Nonnull name, const cxml_attribute *_Nullable attributes, size_t count);
    void (*_Nonnull ended)(void *_Nullable context);
} cxml_handler;

/// Why reading ended.
typedef enum {
    CXML_FINE,
    /// A byte that the encoding of the document does not have.
    CXML_ENCODING,
    /// An entity other than the five that XML itself has.
    CXML_ENTITY,
    /// Declarations of the document's own (an internal DTD): what they make of the rest has no bounds.
    CXML_DECLARATIONS,
    CXML_MEMORY,
    /// Something is longer than the parser reads.
    CXML_TOO_LARGE,
    /// The document ends in the middle.
    CXML_CUT,
    /// Anything else that is no XML; `cxml_code` tells what.
    CXML_BROKEN
} cxml_fault;

/// A reader of one document that comes in pieces: no network, no other file, no declarations of its own.
typedef struct cxml_reader cxml_reader;

/// Null where there is no memory.
cxml_reader *_Nullable cxml_open(cxml_handler handler);

/// Reads on; the last piece, which may be empty, ends the document. False once there is a fault.
bool cxml_read(cxml_reader *_Nonnull reader, const char *_Nullable bytes, int count, bool is_last);

/// Reports nothing more. May be called from within a report.
void cxml_stop(cxml_reader *_Nonnull reader);

/// The line that is being read, from 1.
int cxml_line(const cxml_reader *_Nonnull reader);

/// The first fault, and its line and libxml2's number of it.
cxml_fault cxml_first_fault(const cxml_reader *_Nonnull reader, int *_Nonnull line, int *_Nonnull code);

void cxml_close(cxml_reader *_Nonnull reader);

#endif
