const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const JOINED = new RegExp(`^${MONTH}-\\d{1,2}-(?:19|20)\\d\\d$|^(?:19|20)\\d\\d-${MONTH}-\\d{1,2}$`, "i");

/** "Dec-15-2026", "2026-Dec-15": a day whose joints make it look like an id. */
export const isJoinedDay = (text: string): boolean => JOINED.test(text);
