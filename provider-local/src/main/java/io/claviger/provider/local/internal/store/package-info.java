/**
 * Where the secrets of a local vault are kept: in memory, or in one encrypted file.
 *
 * <p>The file is 160 bytes of header and then the ciphertext, to the last byte. Numbers are big-endian.
 *
 * <table>
 *   <caption>The header</caption>
 *   <tr><th>offset</th><th>bytes</th><th>what</th></tr>
 *   <tr><td>0</td><td>8</td><td>magic: 89 43 4C 56 47 0D 0A 1A</td></tr>
 *   <tr><td>8</td><td>2</td><td>format version: 1</td></tr>
 *   <tr><td>10</td><td>2</td><td>key derivation: 1 = Argon2id 1.3 of a passphrase, 2 = a key of the host</td></tr>
 *   <tr><td>12</td><td>12</td><td>its memory in KiB, iterations, lanes, four bytes each; zero for a key</td></tr>
 *   <tr><td>24</td><td>32</td><td>salt</td></tr>
 *   <tr><td>56</td><td>16</td><td>id of the vault, random</td></tr>
 *   <tr><td>72</td><td>8</td><td>revision: one more at each write</td></tr>
 *   <tr><td>80</td><td>32</td><td>key check: tells a wrong passphrase from damage</td></tr>
 *   <tr><td>112</td><td>12</td><td>nonce, random at each write</td></tr>
 *   <tr><td>124</td><td>4</td><td>length of the ciphertext with its tag</td></tr>
 *   <tr><td>128</td><td>32</td><td>SHA-256 of all before: tells a damaged header from a wrong passphrase</td></tr>
 * </table>
 *
 * <p>The ciphertext is AES-256-GCM with the whole header as associated data, so that header, version, names and values
 * are authenticated together. Its key and the key check are two outputs of HKDF-SHA-256 (salt: the salt; info: a label
 * and the id) from the Argon2id output or the host's key. The plaintext is the number of entries (4 bytes), and for each,
 * in the order of names: revision (8), binary or text (1), length of the name (2), name in UTF-8, length of the value
 * (4), value.
 *
 * <p>A file is only ever replaced as a whole: a temporary file beside it is written, forced to the disk and renamed over
 * it, and the directory is forced. Writers hold a lock on a third file, {@code <file>.lock}; readers need none.
 */
@NullMarked
package io.claviger.provider.local.internal.store;

import org.jspecify.annotations.NullMarked;
