/** Texts of the files of a session, in English. */
export const exports = {
  notes: 'Notes for the athlete',
  notesHint: 'They stand on the first page of the report.',
  notesSave: 'Save the notes',
  openCase: 'Open a case',
  stop: 'Stop',
  busy: 'Making {{name}}',
  frames: 'Frame {{done}} of {{total}}',
  groups: {
    people: 'To read and to hand over',
    pictures: 'Pictures and video',
    tables: 'Tables',
    coach: 'For another coach',
    opensim: 'OpenSim',
    programs: 'For other programs',
  },
  names: {
    report_pdf: 'Report as PDF',
    report_html: 'Report as HTML',
    annotated_mp4: 'Video with overlays',
    contacts_jpg: 'Stills of the contacts',
    kinogram_jpg: 'Kinogram',
    tables_csv: 'Tables as CSV',
    case_zip: 'Case with videos',
    'case-no-video_zip': 'Case without videos',
    opensim_trc: 'TRC and MOT',
    analysis_json: 'Numbers as JSON',
    pose_json: 'Keypoints as JSON',
  },
  what: {
    report_pdf: 'To print or to send: findings, numbers, the plan.',
    report_html: 'The same as a web page in one file that every browser opens, without the internet.',
    annotated_mp4:
      'Each clip in slow motion, every frame once, with skeleton, contacts, your drawings, frame number and true time. Faces are blurred unless the athlete agreed, and so is whatever is beside the runner.',
    contacts_jpg: 'A picture of every contact, the true time in its name.',
    kinogram_jpg: 'The contacts of a clip side by side, the left foot above the right.',
    tables_csv: 'Values with ±, contacts and toe-offs, and every stride, for a spreadsheet.',
    case_zip:
      'The session as another coach opens it in Midstance, with your corrections and drawings. The videos are as they were filmed, faces included.',
    'case-no-video_zip': 'The same without the pictures: keypoints, corrections and drawings only.',
    opensim_trc:
      'Marker positions (TRC, needs the athlete’s height) and joint angles of every frame (MOT) of each clip.',
    analysis_json: 'Every value with its uncertainty, the contacts, the findings and the proposed drills.',
    pose_json: 'The 33 points of the body in every frame, a file for each clip.',
  },
  none: 'There is nothing to save: no clip of this session has what this file is made of.',
} as const;
