/** A day of the almanac as a person says it: one of the library's own, or what a shipped one is corrected to. */
import * as z from "zod";
import { ALMANAC_KINDS } from "../model/almanac.ts";
import { knownDay, typedText } from "./snapshot-schema.ts";

const name = typedText(200).min(1);

const fields = {
  from_on: knownDay,
  to_on: knownDay,
  name_id: name.meta({ description: "Its name in Indonesian", example: "Hari jadi perpustakaan" }),
  name_en: name.meta({ description: "Its name in English", example: "The library's anniversary" }),
  kind: z.enum(ALMANAC_KINDS).meta({ example: "own" }),
  certainty: z.enum(["decree", "computed"]).meta({ example: "decree" }),
  source: typedText(200).meta({ description: "Where it is from", example: "SKB 3 Menteri" }),
};

export const almanacWire = z
  .strictObject({
    ...fields,
    key: z.string().max(60).nullish().meta({
      description: "The shipped day that this corrects; left out: one of the library's own",
      example: "idulfitri-2027",
    }),
    removed: z.boolean().optional().meta({ description: "The shipped day is none here" }),
  })
  .meta({ id: "AlmanacDay" });

export const almanacChangeWire = z
  .strictObject({ ...z.strictObject(fields).partial().shape, removed: z.boolean().optional() })
  .meta({ id: "AlmanacChange", description: "What is left out stays as it is" });
