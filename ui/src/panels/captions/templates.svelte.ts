/** The desk's photo templates: values to fill into many photos at once. */
import { act } from "../../desk";
import type { FieldChange, PhotoTemplate } from "../../desk/contract";
import { say } from "../../messages";
import { write } from "../changes";
import { notices } from "../notices.svelte";

class Templates {
  all = $state.raw<PhotoTemplate[]>([]);

  async load(): Promise<void> {
    try {
      this.all = await act("photo_templates", {});
    } catch (thrown) {
      notices.tellFailure(thrown, "read the templates");
    }
  }

  async save(name: string, fields: FieldChange[]): Promise<void> {
    try {
      await write("save_photo_template", { name, fields });
      notices.tell(say.captions.fields.saved(name));
    } catch (thrown) {
      notices.tellFailure(thrown, "save the template");
    }
    await this.load();
  }

  async remove(template: PhotoTemplate): Promise<void> {
    try {
      await write("remove_photo_template", { name: template.name });
      const again = () => void this.save(template.name, template.fields);
      const action = { text: say.common.undo, run: again };
      notices.tell(say.captions.fields.removed(template.name), { action });
    } catch (thrown) {
      notices.tellFailure(thrown, "remove the template");
    }
    await this.load();
  }
}

export const templates = new Templates();
