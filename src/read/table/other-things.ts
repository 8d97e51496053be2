import type { Column } from "./column.ts";
import { normalHeader } from "./header-words.ts";

/** "Instance type", "GPU", "Region code": names of things that are no models, whatever the other columns tell of them. */
const OTHER_THING =
  /^(?:the |old |new |legacy |retiring |affected )?(?:(?:compute |gpu |vm |virtual |bare metal |cloud |hardware |node |database |db |kubernetes |cluster |storage |disk |volume |container |os |base )?(?:instances?|machines?|gpus?|vms?|nodes?|accelerators?|hardware|flavou?rs?|shapes?|servers?|clusters?|disks?|volumes?|runtimes?|plans?|tiers?|zones?|regions?|hosts?|domains?|hostnames?|ip addresses|instanztyp\w*|maschinentyp\w*))(?: (?:types?|families|family|classes|class|sizes?|names?|codes?|ids?|generations?))?$|^(?:instanz|maschinen|knoten)(?:typ\w*|gro(?:ß|ss)e\w*)$|^types? d'instances?$|^tipos? de instancias?$|^tipos? de maquinas?$|^tip[oi] di istanz[ae]$|^(?:实例|机型|实例规格|主机|节点|显卡|服务器|云服务器)(?:类型|规格|型号|名称)?$|^インスタンス(?:タイプ|種別|名)?$|^인스턴스 ?(?:유형|타입)?$/;

/** True for a column that names such things. */
export const isOtherThing = (column: Column): boolean => OTHER_THING.test(normalHeader(column.heading));
