import mongoose from "mongoose";

const schema = new mongoose.Schema({ owner: String, deleted: Boolean });
export const Document = mongoose.model("Document", schema);
