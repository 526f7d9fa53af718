package io.claviger.provider.local.internal.cli;

/** What the command tells about itself. */
final class Usage {

    static final String TEXT = """
            Usage: [OPTIONS] COMMAND

            Puts secrets into a local vault file. Values are never shown, and never taken from arguments.

              set NAME      store a value: typed unseen, or read from standard input (one line end at its end is dropped)
              unset NAME    remove an entry
              list          show the names of the entries
              export FILE   write all entries to a new file, encrypted with a passphrase of its own
              import FILE   add all entries of an export, or none if any has another value here

              --file FILE                     the vault file; otherwise CLAVIGER_VAULT names it. 'set' and 'import' create it
              --passphrase-file FILE          holds the passphrase; otherwise CLAVIGER_PASSPHRASE, or it is asked for
              --key-file FILE                 holds a key of 32 bytes; the vault is opened by it and has no passphrase
              --export-passphrase-file FILE   the same for the export; otherwise CLAVIGER_EXPORT_PASSPHRASE
              --replace                       import: replace entries that have another value here
              --help                          show this
              --                              what follows is a name or file, even if it begins with '-'

            Exit codes: 0 done, 1 the vault could not do it, 2 the command was not understood.""";

    private Usage() {}
}
