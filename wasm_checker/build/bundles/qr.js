// What the link needs of the library that draws QR codes.
export { encode } from "uqr";
