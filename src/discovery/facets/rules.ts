import type { Audience, ScheduleSlot } from '../../catalogue/index.ts';

/**
 * Words that state a condition, as regular expressions over a message's folded words (or its accented ones, where the
 * folded form is an everyday word: "tối" is evening, "toi" is also "I"). Order matters: earlier rules take words away
 * from later ones.
 */
export interface WordRule<T> {
  readonly value: T;
  readonly folded?: RegExp;
  readonly accented?: RegExp;
}

/** Words between word boundaries; folded words hold ASCII only, accented ones any letter. */
function words(source: string): RegExp {
  return new RegExp(`(?<![^ ])(?:${source})(?![^ ])`, 'u');
}

/** Phrases that hold a condition's words but are a topic: they are shown to no rule. */
export const topicsThatLookLikeConditions = words(
  [
    '(?:ban hang|kinh doanh|kiem (?:them )?tien|lam them|quang cao|marketing|buon ban|mo shop|cua hang|ban do an|day hoc|lam viec) (?:online|truc tuyen|qua mang|tren mang|tai nha|o nha)',
    '(?:selling|sell|business|marketing|work|teaching|earn money|making money) online',
    'online (?:marketing|business|sales|selling|shop|store|safety|security)',
    '(?:taking|take|takes) care of (?:the |my |an |a )?(?:elderly|old|older|aging|sick|child|children|kids|baby|babies|newborn|grandparents|parents|mother|father)(?: (?:people|parents|person|adults))?|caring for (?:the |my |an |a )?(?:elderly|old|older|aging|sick|children|babies|grandparents|parents)(?: (?:people|parents|person|adults))?',
    '(?:cham soc|cham|nuoi) (?:nguoi gia|nguoi cao tuoi|tre em|tre nho|tre so sinh|em be|con nho|nguoi benh|ong ba)',
    '(?:day con|nuoi con|nuoi day con|lam cha me|lam me|hieu con|giao tiep voi con|dong hanh cung con)',
    '(?:elderly|child|baby) care',
    '(?:an toan|lua|lua dao|bi lua|bi hack|bao mat|mua sam|mua hang|dat hang|hen ho|thanh toan|choi game|nop ho so|lam giay to) (?:tren |qua |bang )?(?:mang|internet|truc tuyen|online|dien thoai|zalo|facebook)',
    'dich vu cong truc tuyen',
    'free ?style|tu do tai chinh',
    'lam giao vien|nghiep vu su pham|day hoc tich cuc',
    'tieng anh (?:tre em|thieu nhi)(?= nguoi lon)',
  ].join('|'),
);

export const freeRules = words(
  [
    'mien phi|0 dong|0d|0 vnd|free(?: of charge)?|for free|no cost|no fee|without paying',
    'khong (?:can )?(?:mat|ton|dong|thu|phai tra|tra|co) ?(?:dong )?(?:tien|phi|hoc phi|xu nao|dong nao)(?: hoc)?',
    'het tien|khong du tien|it tien qua|can tien|thieu tien',
  ].join('|'),
);

export const cheapRules = words(
  'gia re|re tien|hoc phi (?:thap|re|mem|binh dan)|gia (?:mem|binh dan|sinh vien|hop ly)|binh dan|re re|re|it tien|tiet kiem tien|cheap|affordable|low cost|inexpensive|budget',
);

/** "Rẻ hơn" and the like only make sense against an earlier list. */
export const relativeRules = [
  {
    value: 'cheaper',
    folded: words(
      're hon(?: nua)?|re nhat|(?:mac|dat|cao|gia cao|chat) qua|qua (?:mac|dat|cao)|too expensive|cheapest|gia (?:re|thap|mem) hon|it tien hon|(?:co )?(?:cai|khoa|lop|cho)(?: nao)? re hon|cheaper|less expensive|lower price',
    ),
  },
  {
    value: 'nearer',
    folded: words('gan hon(?: nua)?|gan nhat|xa qua|qua xa|too far|nearest|closest|gan nha hon|nearer|closer'),
  },
  { value: 'shorter', folded: words('ngan hon|nhanh hon|it gio hon|shorter') },
] as const;

export const timeRules: readonly WordRule<ScheduleSlot>[] = [
  {
    value: 'self_paced',
    folded: words(
      '(?:luc|khi|gio) nao (?:hoc )?cung (?:duoc|hoc duoc)|luc nao (?:ranh (?:thi )?(?:hoc|moi hoc)?|minh ranh)|khi nao ranh(?: thi hoc)?|tu (?:chon|sap xep) (?:gio|thoi gian|lich)|tu hoc(?: theo gio (?:cua )?minh)?|theo gio (?:cua )?minh|self paced|(?:at )?(?:my|your) own pace|any ?time|whenever|(?:gio|lich|thoi gian) linh (?:hoat|dong)|linh hoat(?: gio| thoi gian)?|flexible(?: schedule| hours)?|on demand',
    ),
  },
  {
    value: 'evening',
    folded: words(
      '(?:cac |vao |hoc )?(?:buoi |ban |lop |ca )toi|ban dem|buoi dem|toi thu (?:\\d|hai|ba|tu|nam|sau|bay)|toi (?:2|3|4|5|6|7)(?: [2-7])*|toi cuoi tuan|sau gio (?:lam|hanh chinh|lam viec)|ngoai gio(?: hanh chinh| lam)?|tan (?:ca|so)|(?:sau|tu) (?:17|18|19|20)(?:h|h30| gio)|(?:6|7|8) gio toi|(?:in the |at |on )?(?:evening|evenings|night|nights)|after work|toi ranh|ranh toi|buoi toi',
    ),
    accented: words('tối(?! (?:thiểu|đa|ưu|giản|hậu))'),
  },
  {
    value: 'morning',
    folded: words(
      '(?:vao |hoc )?(?:buoi |lop |ca )sang|sang som|(?:in the )?mornings?|sang thu (?:\\d|hai|ba|tu|nam|sau|bay)',
    ),
    accented: words('sáng(?! (?:tạo|tác|kiến|suốt|chế|lập))'),
  },
  {
    value: 'afternoon',
    folded: words('(?:vao |hoc )?(?:buoi |lop |ca )chieu|(?:in the )?afternoons?'),
    accented: words('chiều(?! cao)'),
  },
  {
    value: 'weekend',
    folded: words(
      '(?:vao |hoc )?(?:cuoi tuan|thu bay|thu 7|t7|chu nhat|ngay nghi)(?: (?:va )?(?:chu nhat|cn|t7))*|(?:on |at )?(?:the )?(?:weekends?|saturdays?|sundays?)',
    ),
  },
];

export const modeRules: readonly WordRule<'online' | 'in_person'>[] = [
  {
    value: 'in_person',
    folded: words(
      '(?:hoc )?(?:offline|truc tiep|tai lop|tai cho|den lop|tren lop|o lop|tai trung tam|mat doi mat)|co (?:giao vien|thay co) (?:day )?truc tiep|in ?person|face to face|on ?site|(?:in a )?classroom',
    ),
  },
  {
    value: 'online',
    folded: words(
      '(?:hoc )?(?:online|truc tuyen|tu xa|qua mang|tren mang|qua zoom|qua internet)|hoc (?:tren|qua|bang) dien thoai|hoc (?:o|tai) nha|ngoi nha hoc|o nha hoc|remote(?:ly)?|(?:study |learn )?(?:from|at) home|e ?learning',
    ),
  },
];

export const levelRules: readonly WordRule<'beginner' | 'intermediate' | 'advanced'>[] = [
  {
    value: 'beginner',
    folded: words(
      '(?:cho )?nguoi (?:moi(?: bat dau| hoc| tap)?|chua biet(?: gi)?|mat goc|khong biet gi|chua (?:hoc|lam|tung)(?: \\S+)? bao gio|chua co kinh nghiem)|moi (?:bat dau|tap|hoc)|(?:chua|khong) biet (?:gi|chut nao)(?: ca| het)?|chua (?:hoc|lam|tung)(?: \\S+)? bao gio|de hon|co ban hon|easier|(?:hoc )?tu (?:dau|con so 0|so 0|con so khong|a den z|zero)|co ban|can ban|(?:bi )?mat goc|nhap mon|so cap|vo long|lay lai goc|khong can kinh nghiem|khong can biet (?:truoc|gi)(?: truoc)?|(?:for )?(?:absolute |complete )?(?:beginners?|newbies?|starters?|dummies)|basics?|from (?:scratch|zero)|introductory|introduction to|zero',
    ),
  },
  {
    value: 'intermediate',
    folded: words('(?:(?:trinh do|muc|cap do) )?(?:trung cap|trung binh)|da biet (?:co ban|chut|so)|intermediate'),
  },
  {
    value: 'advanced',
    folded: words(
      'kho hon|nang cao hon|harder|(?:(?:trinh do|muc|cap do) )?(?:nang cao|chuyen sau|cao cap|chuyen nghiep|chuyen gia|advanced|expert)(?: level)?|in depth|da (?:co kinh nghiem|thanh thao|gioi)',
    ),
  },
];

export const audienceRules: readonly WordRule<Audience>[] = [
  {
    value: 'persons_with_disabilities',
    folded: words(
      '(?:cho )?(?:nguoi |ban )?(?:khuyet tat|khiem thinh|khiem thi|diec|cam diec|mu|tan tat)|(?:people with |persons with )?disabilit(?:y|ies)|disabled|deaf|blind',
    ),
  },
  {
    value: 'seniors',
    folded: words(
      '(?:cho )?(?:nguoi|cac cu|co chu|bac) (?:cao tuoi|gia|lon tuoi|cao nien|trung nien)|(?:cho )?(?:ong ba|cac cu|ong noi|ong ngoai|ba noi|ba ngoai)(?: (?:minh|em|toi|cua \\S+))?|(?:cho )?(?:bo me|ba me|cha me|me|bo|ba|cha|ma|tia)(?: (?:cua )?(?:minh|em|toi|chong|vo))? ?(?:da )?(?:lon tuoi|gia|cao tuoi|ve huu|ngoai \\d\\d|(?:gan |hon )?[5-9]\\d(?: tuoi)?)|cho (?:bo me|ba me|cha me|me|bo|ba|ma)(?! (?:bau|de|bim|don|con|co|moi|tre))(?: (?:minh|em|toi|tui|chong|vo|gia))?|(?:moi |da )?(?:ve huu|nghi huu|huu tri)|(?:for )?(?:my )?(?:seniors?|elderly(?: people)?|older (?:people|adults)|old people|retire[ed]s?|grand(?:ma|pa|mother|father|parents)|retirement)',
    ),
  },
  {
    value: 'children',
    folded: words(
      '(?:cho |day )?(?:cac )?(?:be|con|chau)(?: (?:trai|gai|nho|nha|minh|em|toi|cua \\S+))*(?: (?:nha|em|minh))?(?: (?:hoc|vao))? (?:lop (?:1|2|3|4|5|6|7|8|9|mot|hai|ba|bon|nam)|(?:\\d|1[0-5])(?: (?:den|toi|) ?(?:\\d|1[0-5]))?(?: tuoi|t))|(?:cho )?(?:tre em|tre nho|tre con|thieu nhi|nhi dong|con nit|mam non|tieu hoc)|cho (?:cac )?(?:be|con|chau|tre)(?: (?:trai|gai|nho|nha|minh|em|toi))*|(?:be|chau) (?:trai|gai|nha)(?: (?:minh|em|toi))?|be(?: nha| gai| trai)* (?:rat )?(?:thich|me|muon|ham|dam me)|con (?:trai|gai)(?: (?:minh|em|toi))?|(?:for )?(?:my |our |a |her |his )(?:son|daughter)|(?:for )?(?:my |a )?(?:kids?|child(?:ren)?|toddlers?)|(?:be|con|chau|tre)? ?(?:[3-9]|1[0-5])(?: ?(?:den|-) ?(?:\\d+))? tuoi|(?:[3-9]|1[0-5]) ?year(?:s)? ?old',
    ),
  },
  {
    value: 'parents',
    folded: words('(?:cho )?(?:phu huynh|(?:bac )?cha me|bo me|ba me)|(?:for )?parents?|cho cha me'),
  },
  {
    value: 'teachers',
    folded: words(
      '(?:cho |danh cho )?(?:giao vien|thay co|giang vien|nha giao|co giao|thay giao)(?: mam non| tieu hoc)?|(?:for )?(?:school )?teachers?|toi la giao vien',
    ),
  },
  {
    value: 'small_business',
    folded: words(
      '(?:cho )?(?:ho kinh doanh|tieu thuong|chu (?:shop|quan|cua hang|tiem)|cua hang nho|doanh nghiep nho|ban tap hoa)(?: ca the)?|(?:for )?small business(?:es)?(?: owners?)?|shop owners?',
    ),
  },
  {
    value: 'job_seekers',
    folded: words(
      '(?:cho )?(?:nguoi )?(?:that nghiep|dang tim viec|tim viec(?: lam)?|mat viec|(?:moi |vua |bi )?nghi viec|kiem viec)|bi (?:cho nghi|sa thai)|(?:for )?(?:job ?seekers?|unemployed)|lost my job',
    ),
  },
  {
    value: 'students',
    folded: words(
      '(?:cho )?(?:sinh vien|hoc sinh)(?: cap (?:2|3)| trung hoc)?(?: lop (?:[6-9]|1[0-2]))?|(?:em |con )?(?:dang )?(?:hoc )?lop (?:[6-9]|1[0-2])(?! (?:buoi|ngay|tuan|thang|gio|nguoi|kem|tieng))|(?:for )?(?:university |college |high school )?students?',
    ),
  },
  {
    value: 'workers',
    folded: words(
      '(?:cho )?(?:cong nhan|nguoi (?:di lam|lao dong)|dan van phong|nhan vien van phong)|(?:for )?(?:factory |office )?(?:workers?|employees|working adults)',
    ),
  },
  {
    value: 'women',
    folded: words('(?:cho )?(?:phu nu|chi em|noi tro|hoi phu nu|me bim)|(?:for )?(?:women|woman|housewi(?:fe|ves))'),
  },
];

export const languageRules: readonly WordRule<string>[] = [
  ['en', 'anh', 'english'],
  ['ja', 'nhat', 'japanese'],
  ['ko', 'han', 'korean'],
  ['zh', 'trung', 'chinese'],
  ['fr', 'phap', 'french'],
  ['vi', 'viet', 'vietnamese'],
].map(([value, vi, en]) => ({
  value: value ?? '',
  folded: words(
    `(?:day|giang|giang day|hoc|lop|khoa hoc|khoa)? ?(?:hoan toan )?bang tieng ${vi}|(?:taught |teaching |given |conducted )?in ${en}(?: language)?|${en} (?:taught|speaking teacher)`,
  ),
}));

export const certificateRules = words(
  '(?:co|cap|nhan|lay|duoc) (?:giay )?(?:chung (?:chi|nhan)|bang(?: cap)?|certificate)(?: hoan thanh| nghe)?|(?:with |and )?(?:an? )?(?:certificates?|certified|certification)|giay chung nhan',
);
export const lowDataRules = words(
  '(?:it|ton it|khong ton|do ton|tiet kiem|nhe|it hao|do hao) (?:ton )?(?:dung luong|data|du lieu|mang|3g|4g)|(?:mang|wifi|song|4g|internet)(?: \\S+){0,3} (?:yeu|cham|kem|lag|chap chon|rot)(?: (?:lam|qua))?|3g|wifi yeu|khong co wifi|khong co mang|low data|slow (?:internet|network|connection)|weak (?:internet|network|connection)|(?:little|less) data',
);
export const wheelchairRules = words(
  '(?:di |ngoi |co |loi |cho )*xe lan(?: vao duoc| duoc)?|wheelchairs?(?: accessible| access| user)?',
);
export const shortRules = words(
  '(?:khoa |lop |hoc )?(?:ngan han|ngan ngay|cap toc|cho nhanh)|khoa ngan|hoc nhanh|short (?:course|class)(?:es)?|crash course|quick(?:ly)?',
);
export const hoursRule = words(
  '(?:(?:tong )?(?:thoi luong|thoi gian|dai) )?(?:duoi|khong qua|toi da|under|less than|at most|max|trong|chua toi) (\\d+) ?(?:tieng|gio|h|hours?)(?: (?:do lai|tro xuong|thoi))?|(\\d+) ?(?:tieng|gio|hours?) (?:do lai|tro xuong)',
);
export const longHoursRule = words(
  '(?:(?:tong )?(?:thoi luong|thoi gian|dai) )?(?:tren|hon|it nhat|toi thieu|tu|over|more than|at least) (\\d+) ?(?:tieng|gio|hours?)(?: (?:tro len|do len))?|(\\d+) ?(?:tieng|gio|hours?) (?:tro len|do len|or more)',
);

/** Said before a condition, these make it exclude what misses it. */
export const hardBefore = new Set(['chi', 'only', 'must', 'buoc', 'buộc']);
export const negations = new Set(['khong', 'not', 'no', 'dung', 'tru', 'without', 'khoi', 'bo']);

/** Words about nearness without a place: they name nothing to look for. */
export const nearMeRule = words(
  'gan (?:nha|day|cho (?:minh|em|toi|lam)|toi|minh|em)(?: (?:minh|em|toi))?|near (?:me|here|by)|nearby',
);
