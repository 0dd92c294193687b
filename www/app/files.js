/**
 * Offers a text as a file to save.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the file once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * Puts a text on the clipboard.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The files of a drop or a choice, folders opened.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>} at most `LIMIT`, in the order given
 */
export async function filesOf(transfer) {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry !== null && entry !== undefined);
  if (!entries.length) return [...transfer.files];
  /** @type {File[]} */
  const files = [];
  const queue = [...entries];
  while (queue.length && files.length < LIMIT) {
    const entry = queue.shift();
    if (!entry) break;
    if (entry.isFile) {
      const { file } = /** @type {FileSystemFileEntry} */ (entry);
      /** @type {File} */
      const one = await new Promise((resolve, reject) => file.call(entry, resolve, reject));
      folders.set(one, entry.fullPath);
      files.push(one);
    } else {
      const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
      for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) break;
        queue.push(...some);
      }
    }
  }
  return files;
}

/** Files taken from one drop or choice. */
export const LIMIT = 20_000;

/** The folder that each dropped file came in. @type {WeakMap<File, string>} */
const folders = new WeakMap();

/**
 * The folder that a file came in, where it came in one.
 *
 * @param {Blob} file
 */
export function folderOf(file) {
  if (!(file instanceof File)) return null;
  const path = folders.get(file) ?? file.webkitRelativePath;
  const [folder, rest] = path?.replace(/^\//, '').split('/') ?? [];
  return folder && rest ? folder : null;
}
